-- Where on KOReader's devices the plugin keeps things, and where results go: the folder that a computer sees first when the device
-- hangs on its cable.
local DataStorage = require("datastorage")
local Device = require("device")
local Folder = require("hornbook_folder")
local system = require("hornbook_system")

return Folder.of(system, DataStorage:getSettingsDir() .. "/hornbook",
                 (Device.home_dir or DataStorage:getFullDataDir()) .. "/hornbook-results")
