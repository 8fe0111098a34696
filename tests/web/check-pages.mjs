// SPDX-FileCopyrightText: 2026 The Feuillet authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Exports articles with the program itself and has the pages checked by others: the Nu
// HTML checker reads them, axe-core examines them in Chromium, narrow and wide, light and
// dark. While Chromium shows them, nothing may be requested but files of the export, no
// script may run, and nothing may stick out at the side.
//
//     node check-pages.mjs FEUILLET FOLDER…
//
// checks all *.md in and below each FOLDER. Exit status: 0 good, 1 findings, 77 tools missing.

import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const VIEWS = [
  { width: 320, colorScheme: 'light' },
  { width: 320, colorScheme: 'dark' },
  { width: 1280, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
];
const HEIGHT = 800;
const MAX_OUTPUT_BYTES = 256 * 1024 * 1024;
const SKIPPED = 77;

const require = createRequire(import.meta.url);
const findings = [];

function findTools() {
  try {
    const vnu = path.join(path.dirname(require.resolve('vnu-jar/package.json')),
                          'build/dist/vnu.jar');
    const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
    fs.accessSync(vnu);
    fs.accessSync(CHROMIUM, fs.constants.X_OK);
    execFileSync('java', ['-version'], { stdio: 'ignore' });
    return { vnu, axe, chromium: require('playwright-core').chromium };
  } catch (error) {
    console.log(`skipped: ${error.message.split('\n')[0]}`);
    process.exit(SKIPPED);
  }
}

function listArticles(folders) {
  return folders.flatMap((folder) =>
    fs.readdirSync(folder, { recursive: true })
      .filter((name) => name.endsWith('.md'))
      .sort()
      .map((name) => path.join(folder, name)));
}

// Status 1 is the fault of a file, of which some here are made to have one; what
// matters is that each has its page.
function exportPages(program, articles, out) {
  return articles.flatMap((article, index) => {
    const name = `${index}-${path.basename(article, '.md')}`;
    const page = path.join(out, 'page', `${name}.html`);
    const folder = path.join(out, 'folder', name);
    for (const [format, target] of [['page', page], ['page-folder', folder]])
      spawnSync(program, ['export', '--to', format, '-o', target, article],
                { stdio: 'ignore' });
    return [page, path.join(folder, 'index.html')];
  }).filter((page) => {
    if (fs.existsSync(page)) return true;
    findings.push(`${page} was not exported`);
    return false;
  });
}

// Whether a heading skips a level is the writer's choice, here and for axe.
function checkMarkup(vnu, pages) {
  const result = spawnSync('java', ['-jar', vnu, '--format', 'json', '--exit-zero-always',
                                    ...pages],
                           { encoding: 'utf8', maxBuffer: MAX_OUTPUT_BYTES });
  const { messages } = JSON.parse(result.stderr);
  for (const message of messages)
    if (message.type !== 'info' && !/skipping \d+ heading level/.test(message.message))
      findings.push(`${message.url}:${message.lastLine}: ${message.message}`);
}

function watch(page, where, folder) {
  const base = pathToFileURL(folder + path.sep).href;
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(base) && !url.startsWith('data:'))
      findings.push(`${where}: requests ${url}`);
  });
  page.on('requestfailed', (request) =>
    findings.push(`${where}: cannot load ${request.url().slice(0, 100)}`));
  page.on('dialog', (dialog) => {
    findings.push(`${where}: a script ran: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on('console', (message) => {
    if (message.type() === 'error') findings.push(`${where}: ${message.text()}`);
  });
}

async function examine(page, where, axeOptions) {
  const facts = await page.evaluate(() => ({
    overhang: document.documentElement.scrollWidth - window.innerWidth,
    isStyled: getComputedStyle(document.querySelector('.h-entry')).paddingTop !== '0px',
  }));
  if (facts.overhang > 0) findings.push(`${where}: ${facts.overhang} px too wide`);
  if (!facts.isStyled) findings.push(`${where}: the style sheet is not applied`);

  const result = await page.evaluate((options) => window.axe.run(options), axeOptions);
  for (const violation of result.violations)
    for (const node of violation.nodes)
      findings.push(`${where}: ${violation.id}: ${violation.help}: `
                    + node.html.slice(0, 160));
}

async function examineFile(context, file, name, axe) {
  const page = await context.newPage();
  watch(page, name, path.dirname(file));
  await page.goto(pathToFileURL(file).href);
  const axeOptions = {
    preload: false,
    rules: {
      'heading-order': { enabled: false },
      'page-has-heading-one': {
        enabled: await page.evaluate(() => document.querySelector('h1') !== null),
      },
    },
  };
  await page.evaluate(axe);
  for (const { width, colorScheme } of VIEWS) {
    await page.setViewportSize({ width, height: HEIGHT });
    await page.emulateMedia({ colorScheme });
    await examine(page, `${name} (${width} px, ${colorScheme})`, axeOptions);
  }
  await page.close();
}

// The pages' own policies stay in force, so that what they forbid shows.
async function examinePages(tools, pages, out) {
  const browser = await tools.chromium.launch({
    executablePath: CHROMIUM,
    args: process.getuid() === 0 ? ['--no-sandbox'] : [],
  });
  const context = await browser.newContext();
  for (const file of pages)
    await examineFile(context, file, path.relative(out, file), tools.axe);
  await browser.close();
}

const [program, ...folders] = process.argv.slice(2);
const tools = findTools();
const out = fs.mkdtempSync(path.join(os.tmpdir(), 'feuillet-web-'));
try {
  const pages = exportPages(program, listArticles(folders), out);
  checkMarkup(tools.vnu, pages);
  await examinePages(tools, pages, out);
  for (const finding of new Set(findings)) console.log(finding.replaceAll(out, ''));
  console.log(`${pages.length} pages, ${findings.length} findings`);
} finally {
  fs.rmSync(out, { recursive: true });
}
process.exit(findings.length > 0 ? 1 : 0);
