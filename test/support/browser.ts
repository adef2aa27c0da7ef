import { accessSync, constants, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { projectFolder } from '../../src/project.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Without a display, and in containers, whose shared memory is small and where a user has no sandbox of its own. */
const ARGUMENTS = ['--no-sandbox', '--disable-dev-shm-usage', '--force-color-profile=srgb'];

/**
 * Starts a real browser: one that is on the PATH, else the one that the npm package @sparticuz/chromium carries, with its own
 * libraries, so that `npm ci` is the whole set-up.
 */
export async function startBrowser(): Promise<Browser> {
  const executablePath = installed() ?? (await carried());
  return chromium.launch({ executablePath, args: ARGUMENTS });
}

function installed(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The widths at which pages are looked at: a screen and a phone. */
export const VIEWS = [
  { width: 1280, height: 900 },
  { width: 360, height: 740 },
] as const;

const SCREENSHOTS = join(projectFolder, 'docs/screenshots');

/** Writes the screenshot of a page as it is at the moment, where `npm run screenshots` asks for that. */
export async function screenshot(page: Page, name: string): Promise<void> {
  if (!process.env.WRITE_SCREENSHOTS) return;
  // A drawing fits itself into the screen after that has changed.
  await page.waitForTimeout(300);
  mkdirSync(SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: join(SCREENSHOTS, `${name}-${page.viewportSize()!.width}.png`) });
}

/** Unpacks the browser once, into the cache of this project. */
async function carried(): Promise<string> {
  const folder = join(projectFolder, 'node_modules/.cache/on-record/browser');
  mkdirSync(folder, { recursive: true });
  // The package unpacks its libraries only where it believes to run on Lambda, and looks at both when it is imported.
  const { TMPDIR, AWS_LAMBDA_JS_RUNTIME } = process.env;
  Object.assign(process.env, { TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' });
  try {
    const { default: packed } = await import('@sparticuz/chromium');
    const executable = await packed.executablePath();
    writeFileSync(join(folder, 'fonts/fonts.conf'), fontSettings(folder));
    return executable;
  } finally {
    restore('TMPDIR', TMPDIR);
    restore('AWS_LAMBDA_JS_RUNTIME', AWS_LAMBDA_JS_RUNTIME);
  }
}

/** Those of the package name /tmp, where its fonts are not: a browser without any ends at the first field of a form. */
const fontSettings = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;

function restore(name: string, value: string | undefined): void {
  if (value === undefined) delete process.env[name];
  else process.env[name] = value;
}
