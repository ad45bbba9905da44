-- What is kept of the device and not of a pupil's answers. It is a part of hornbook_store.
--   register = {version, device, marks, current = key, pupils = {[key] = number or nickname or false}, settings = {}, pins = {},
--               tries = {}, test}; marks: of the device, as hornbook_device makes them
local register_of = {}

local function table_of(value)
    return type(value) == "table" and value or {}
end

local function read_test(test)
    if type(test) ~= "table" or type(test.book) ~= "string" or type(test.title) ~= "string" then
        return nil
    end
    test.done = table_of(test.done)
    test.going = type(test.going) == "string" and test.going or nil
    return test
end

-- kept: as the disk gave it, which is not trusted.
function register_of.read(kept)
    return {version = 1, device = kept.device, marks = table_of(kept.marks), current = kept.current, pupils = table_of(kept.pupils),
            settings = table_of(kept.settings), pins = table_of(kept.pins), tries = table_of(kept.tries), test = read_test(kept.test)}
end

local Register = {}

function Register.save_register(self)
    return self.disk.save("register", self.register)
end

function Register.setting(self, name)
    return self.register.settings[name]
end

function Register.set_setting(self, name, value)
    self.register.settings[name] = value
    return self:save_register()
end

function Register.device(self)
    return self.register.device
end

-- key: a pupil's, or "teacher"; kept: as hornbook_pins makes it, or nil.
function Register.pin(self, key)
    return self.register.pins[key]
end

function Register.set_pin(self, key, kept)
    self.register.pins[key], self.register.tries[key] = kept, nil
    return self:save_register()
end

-- How often a PIN was tried and wrong, as hornbook_pins makes it, or nil.
function Register.tries(self, key)
    return self.register.tries[key]
end

function Register.set_tries(self, key, tries)
    if self.register.tries[key] ~= tries then
        self.register.tries[key] = tries
        return self:save_register()
    end
    return true
end

-- The test that was started on this device, as hornbook_test_mode tells, or nil.
function Register.test(self)
    return self.register.test
end

function Register.set_test(self, test)
    self.register.test = test
    return self:save_register()
end

-- Store: the class whose objects have a register and a disk.
function register_of.add_to(Store)
    for name, run in pairs(Register) do
        Store[name] = run
    end
end

return register_of
