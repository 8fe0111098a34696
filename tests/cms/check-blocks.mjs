// SPDX-FileCopyrightText: 2026 The Feuillet authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Asks the block editor of a running WordPress, in Chromium, what it makes of contents.
//
//     node check-blocks.mjs URL CASES.json
//
// CASES is a list of { name, markup }. For each that has a block which is invalid, classic
// (core/freeform) or of an unknown type, a line says so. Then how many the editor would
// write back otherwise than they are stored; with --diff each of them. Exit status: 0 good,
// 1 findings, 77 tools missing. The modules are those of tests/web.

import fs from 'node:fs';
import { createRequire } from 'node:module';
import process from 'node:process';

const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const SKIPPED = 77;
const TIMEOUT_MS = 60000;

function findChromium() {
  try {
    const require = createRequire(new URL('../web/', import.meta.url));
    fs.accessSync(CHROMIUM, fs.constants.X_OK);
    return require('playwright-core').chromium;
  } catch (error) {
    console.log(`skipped: ${error.message.split('\n')[0]}`);
    process.exit(SKIPPED);
  }
}

async function signIn(context, url) {
  await context.request.get(`${url}/wp-login.php`);
  const answer = await context.request.post(`${url}/wp-login.php`, {
    maxRedirects: 0,
    form: { log: 'admin', pwd: 'admin-pass', testcookie: '1', 'wp-submit': 'Log In' },
  });
  if (answer.status() !== 302)
    throw new Error(`signing in: ${answer.status()}`);
}

async function openEditor(page, url) {
  await page.goto(`${url}/wp-admin/post-new.php`, { waitUntil: 'commit' });
  await page.waitForFunction(
    () => window.wp?.blocks?.getBlockTypes().length > 50 &&
      window.wp.data?.select('core/editor')?.getCurrentPostId?.(),
    null, { timeout: TIMEOUT_MS, polling: 50 });
}

// Runs in the editor's page.
function examine(markup) {
  const found = [];
  const walk = (blocks, path) => blocks.forEach((block, i) => {
    const at = `${path}${i}:${block.name}`;
    if (block.name === 'core/freeform' || block.name === 'core/missing')
      found.push(`${at} ${JSON.stringify(block.originalContent ?? '').slice(0, 300)}`);
    else if (!block.isValid)
      found.push(`${at} invalid: ${JSON.stringify(block.originalContent).slice(0, 500)} `
        + (block.validationIssues ?? []).map((issue) =>
          issue.args.map((x) => typeof x === 'string' ? x : JSON.stringify(x))
            .join(' ').slice(0, 600)).join('; '));
    walk(block.innerBlocks, `${at} > `);
  });
  const blocks = window.wp.blocks.parse(markup);
  walk(blocks, '');
  return { found, written: window.wp.blocks.serialize(blocks) };
}

function tellDifference(name, stored, written) {
  let at = 0;
  while (at < stored.length && stored[at] === written[at])
    at++;
  const part = (text) => JSON.stringify(text.slice(Math.max(0, at - 40), at + 60));
  console.log(`${name} would be rewritten:\n  ${part(stored)}\n  ${part(written)}`);
}

const [url, file, option] = process.argv.slice(2);
const browser = await findChromium().launch({
  executablePath: CHROMIUM,
  args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage',
         '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1'],
});
let nBad = 0;
let nRewritten = 0;
const cases = JSON.parse(fs.readFileSync(file, 'utf8'));
try {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(context, url);
  await openEditor(page, url);
  for (const { name, markup } of cases) {
    const { found, written } = await page.evaluate(examine, markup);
    for (const line of found)
      console.log(`${name}: ${line}`);
    nBad += found.length > 0 ? 1 : 0;
    if (written === markup)
      continue;
    nRewritten++;
    if (option === '--diff')
      tellDifference(name, markup, written);
  }
} finally {
  await browser.close();
}
console.log(`${cases.length} contents, ${nBad} bad, ${nRewritten} would be rewritten`);
process.exitCode = nBad > 0 ? 1 : 0;
