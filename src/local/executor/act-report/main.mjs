import { writeFileSync } from 'node:fs';

const inputs = Object.entries(process.env).filter(([name]) => name.startsWith('INPUT_'));
writeFileSync(process.env.REPORT_FILE, JSON.stringify(Object.fromEntries(inputs)));
