// The distribution's three browser engines, driven by the commands of W3C WebDriver: Chromium's and WebKitGTK's drivers take them over
// HTTP; Firefox takes them under the names of its own Marionette, over TCP. What a page does is asked in its own script, so few are needed.
import {spawn} from 'node:child_process';
import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {connect, createServer} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

const elementKey = 'element-6066-11e4-a52e-4f735466cecf';  // WebDriver, section 12: an element in JSON
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

async function until(what, test) {
  for (let i = 0; i < 600; ++i) {  // a busy machine
    const found = await test();
    if (found) return found;
    await pause(100);
  }
  throw new Error(`no ${what} after a minute`);
}

function freePort() {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const {port} = server.address();
      server.close(() => done(port));
    });
  });
}

function start(command, args, options = {}) {
  const child = spawn(command, args, {stdio: ['ignore', 'ignore', 'ignore'], ...options});
  child.on('error', () => {});
  return child;
}

// Each driver has send(command, parameters) → value, and stop().
async function overHttp(program, args, environment, capabilities) {
  const port = await freePort();
  const child = start(program, [...args, `--port=${port}`], {env: {...process.env, ...environment}});
  let session = '';
  const paths = {
    NewSession: ['POST', ''], DeleteSession: ['DELETE', ''], Navigate: ['POST', 'url'], ExecuteScript: ['POST', 'execute/sync'],
    PerformActions: ['POST', 'actions'], SwitchToFrame: ['POST', 'frame'], SetWindowRect: ['POST', 'window/rect'], TakeScreenshot: ['GET', 'screenshot'],
    GetComputedLabel: ['GET', 'element/{id}/computedlabel'], GetComputedRole: ['GET', 'element/{id}/computedrole'],
  };
  async function send(command, parameters = {}) {
    const [method, path] = paths[command];
    const url = `http://127.0.0.1:${port}/session${session}${path ? `/${path.replace('{id}', parameters.id)}` : ''}`;
    const response = await fetch(url, {method, body: method === 'POST' ? JSON.stringify(parameters) : undefined});
    const {value} = await response.json();
    if (!response.ok) throw new Error(`${command}: ${value.error}: ${value.message}`);
    return value;
  }
  await until(program, () => fetch(`http://127.0.0.1:${port}/status`).then((r) => r.ok, () => false));
  const {sessionId} = await send('NewSession', {capabilities: {alwaysMatch: capabilities}});
  session = `/${sessionId}`;
  return {
    send,
    toFrame: (id) => send('SwitchToFrame', {id: id && {[elementKey]: id}}),
    stop: async () => {
      await send('DeleteSession').catch(() => {});
      child.kill();
    },
  };
}

// Messages are "LENGTH:[type, id, name or error, value]".
async function overMarionette() {
  const profile = mkdtempSync(join(tmpdir(), 'hornbook-firefox-'));
  writeFileSync(join(profile, 'user.js'), 'user_pref("marionette.port", 0);\nuser_pref("security.fileuri.strict_origin_policy", true);\n');
  const child = start('firefox-esr', ['--headless', '--marionette', '--no-remote', '--profile', profile]);
  const portFile = join(profile, 'MarionetteActivePort');
  const port = Number(await until('Firefox', () => existsSync(portFile) && readFileSync(portFile, 'utf8')));
  const socket = connect(port, '127.0.0.1');
  const waiting = new Map();
  let received = Buffer.alloc(0);
  let last = 0;
  function take(message) {
    if (!Array.isArray(message)) return;  // the greeting
    const [, id, error, value] = message;
    const {done, fail} = waiting.get(id);
    waiting.delete(id);
    error ? fail(new Error(`${error.error}: ${error.message}`)) : done(value && 'value' in value ? value.value : value);
  }
  socket.on('data', (bytes) => {
    received = Buffer.concat([received, bytes]);
    for (let colon = received.indexOf(':'); colon > 0; colon = received.indexOf(':')) {
      const end = colon + 1 + Number(received.subarray(0, colon));
      if (received.length < end) return;
      take(JSON.parse(received.subarray(colon + 1, end).toString()));
      received = received.subarray(end);
    }
  });
  function send(command, parameters = {}) {
    const id = ++last;
    const text = Buffer.from(JSON.stringify([0, id, `WebDriver:${command}`, parameters]));
    socket.write(Buffer.concat([Buffer.from(`${text.length}:`), text]));
    return new Promise((done, fail) => waiting.set(id, {done, fail}));
  }
  await send('NewSession', {capabilities: {alwaysMatch: {}}});
  return {
    send,
    toFrame: (id) => send('SwitchToFrame', id ? {element: id} : {id: null}),
    stop: async () => {
      socket.destroy();
      const ended = new Promise((done) => child.on('exit', done));
      child.kill();
      await ended;
      rmSync(profile, {recursive: true, force: true});
    },
  };
}

// WebKitGTK draws on a screen, which Xvfb plays; the server writes the number of the screen it chose.
async function overWebKit() {
  let screen = '';
  const server = start('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {stdio: ['ignore', 'ignore', 'ignore', 'pipe']});
  server.stdio[3].on('data', (bytes) => { screen += bytes; });
  await until('Xvfb', () => screen.endsWith('\n'));
  const browser = ['4.1', '4.0', '6.0'].map((v) => `/usr/lib/${machine()}/webkit2gtk-${v}/MiniBrowser`).find(existsSync);
  const driver = await overHttp('WebKitWebDriver', [], {DISPLAY: `:${screen.trim()}`, WEBKIT_DISABLE_COMPOSITING_MODE: '1', LIBGL_ALWAYS_SOFTWARE: '1'},
    {'webkitgtk:browserOptions': {binary: browser, args: ['--automation']}});
  return {
    send: driver.send,
    toFrame: driver.toFrame,
    stop: async () => {
      await driver.stop();
      server.kill();
    },
  };
}

const machine = () => ({x64: 'x86_64-linux-gnu', arm64: 'aarch64-linux-gnu'})[process.arch];

// HORNBOOK_FILM=FILE.mjpeg is what Chromium's camera sees.
const cameraFlags = () => process.env.HORNBOOK_FILM ? ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${process.env.HORNBOOK_FILM}`] : [];
const chromiumFlags = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const drivers = {
  Chromium: () => overHttp('chromedriver', [], {}, {'goog:chromeOptions': {binary: '/usr/bin/chromium', args: [...chromiumFlags, ...cameraFlags()]}}),
  Firefox: overMarionette,
  WebKitGTK: overWebKit,
};

// Keys that print nothing, as WebDriver writes them (section 17.4.2).
export const key = {tab: '\uE004', enter: '\uE007', escape: '\uE00C', up: '\uE013', down: '\uE015'};

export const engineNames = Object.keys(drivers);

// A page of an engine: `run` calls a function in the page with values that JSON can hold; `press`, `click` and `tap` are of a user.
export async function openEngine(name) {
  const driver = await drivers[name]();
  const {send} = driver;
  const actions = (type, list, more = {}) => send('PerformActions', {actions: [{type, id: `the ${type} ${more.parameters?.pointerType ?? ''}`, actions: list, ...more}]});
  const execute = (script, args) => send('ExecuteScript', {script, args});
  const run = (script, ...args) => execute(`return (${script}).apply(null, arguments)`, args);
  const point = async (pointerType, selector) => {
    const place = await run(`function (selector) {
      var element = document.querySelector(selector);
      element.scrollIntoView({block: 'center'});
      var box = element.getBoundingClientRect();
      return {x: Math.round(box.left + box.width / 2), y: Math.round(box.top + box.height / 2)};
    }`, selector);
    await actions('pointer', [{type: 'pointerMove', duration: 0, ...place}, {type: 'pointerDown', button: 0}, {type: 'pointerUp', button: 0}], {parameters: {pointerType}});
  };
  const idOf = async (selector) => (await run('function (s) { return document.querySelector(s); }', selector))[elementKey];
  return {
    name,
    run,
    open: (url) => send('Navigate', {url}),
    size: (width, height) => send('SetWindowRect', {width, height}),
    click: (selector) => point('mouse', selector),
    tap: (selector) => point('touch', selector),
    press: (...keys) => actions('key', keys.flatMap((value) => [{type: 'keyDown', value}, {type: 'keyUp', value}])),
    // Calls a function in a frame of the page.
    runIn: async (frame, script, ...args) => {
      await driver.toFrame(await idOf(frame));
      try {
        return await run(script, ...args);
      } finally {
        await driver.toFrame(null);
      }
    },
    nameOf: async (selector) => send('GetComputedLabel', {id: await idOf(selector)}),
    roleOf: async (selector) => send('GetComputedRole', {id: await idOf(selector)}),
    picture: async () => Buffer.from(await send('TakeScreenshot'), 'base64'),
    stop: driver.stop,
  };
}
