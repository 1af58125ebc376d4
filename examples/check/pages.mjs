import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** The Markdown pages of a repository, README first. */
const pagesOf = (root) => [
  join(root, 'README.md'),
  ...readdirSync(join(root, 'docs'), { recursive: true })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(root, 'docs', name)),
];

const withoutBlocks = (text) => text.replace(/^```[\s\S]*?^```$/gm, '');

/** The anchors that GitHub gives the headings of a page. */
function anchorsOf(page) {
  const headings = withoutBlocks(readFileSync(page, 'utf8')).matchAll(/^#+ (.+)$/gm);
  return [...headings].map(([, text]) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** Every relative link that leads nowhere, as `page: target`. */
export function brokenLinks(root) {
  return pagesOf(root).flatMap((page) =>
    [...withoutBlocks(readFileSync(page, 'utf8')).matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, target]) => target)
      .filter((target) => {
        if (/^[a-z]+:/.test(target)) return false;
        const [path, anchor] = target.split('#');
        const file = path === '' ? page : join(dirname(page), path);
        return !existsSync(file) || (anchor !== undefined && !anchorsOf(file).includes(anchor));
      })
      .map((target) => `${relative(root, page)}: ${target}`),
  );
}

/** The fenced blocks of a language, with their page. */
export function blocksOf(root, language) {
  const fence = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm');
  return pagesOf(root).flatMap((page) =>
    [...readFileSync(page, 'utf8').matchAll(fence)].map(([, code]) => ({ page: relative(root, page), code })),
  );
}
