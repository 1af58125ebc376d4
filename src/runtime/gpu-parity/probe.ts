import { printable } from '../../core/text.ts';

/** What a runner has of one kind; `gpu` names a device that computes in hardware. */
export interface Found {
  readonly what: string;
  readonly said: string;
  readonly gpu?: string;
}

/** How a tool ended; undefined when it is not there. */
export type ToolEnd = { readonly code: number | null; readonly stdout: string; readonly stderr: string } | undefined;

/** Asks for nothing that names a machine: no UUID, no serial number, no bus. */
export const NVIDIA_SMI = [
  'nvidia-smi',
  '--query-gpu=name,compute_cap,driver_version,memory.total',
  '--format=csv,noheader',
] as const;
export const VULKANINFO = ['vulkaninfo', '--summary'] as const;

/** The NVIDIA devices of `nvidia-smi`. */
export function readNvidia(end: ToolEnd): Found {
  const what = 'NVIDIA';
  if (end === undefined) return { what, said: 'nvidia-smi is not on PATH: no NVIDIA driver' };
  if (end.code !== 0) return { what, said: `nvidia-smi fails: ${lastLine(end)}` };
  const devices = end.stdout.split('\n').flatMap((line) => {
    const [name, capability, driver, memory] = line.split(',').map((field) => printable(field, 60));
    return memory === undefined || !/^\d+\.\d+$/.test(capability!)
      ? []
      : [`${name}, sm_${capability!.replace('.', '')}, ${memory}, driver ${driver}`];
  });
  if (devices.length === 0) return { what, said: 'nvidia-smi lists no device' };
  return { what, said: devices.join('; '), gpu: devices[0]! };
}

/** The Vulkan devices of `vulkaninfo`; one of the type CPU computes in software. */
export function readVulkan(end: ToolEnd): Found {
  const what = 'Vulkan';
  if (end === undefined) return { what, said: 'vulkaninfo is not on PATH (package vulkan-tools): not looked at' };
  if (end.code !== 0) return { what, said: `vulkaninfo fails: ${lastLine(end)}` };
  const values = (key: string): string[] =>
    [...end.stdout.matchAll(new RegExp(`^\\s*${key}\\s*=\\s*(.+)$`, 'gm'))].map((match) => printable(match[1]!, 80));
  const types = values('deviceType');
  const devices = values('deviceName').map((name, at) => ({
    name,
    software: !/_(DISCRETE|INTEGRATED|VIRTUAL)_GPU$/.test(types[at] ?? ''),
  }));
  if (devices.length === 0) return { what, said: 'vulkaninfo lists no device' };
  const said = devices.map(({ name, software }) => (software ? `${name} (in software)` : name)).join('; ');
  const hardware = devices.find(({ software }) => !software);
  return { what, said, ...(hardware === undefined ? {} : { gpu: hardware.name }) };
}

function lastLine({ stdout, stderr, code }: NonNullable<ToolEnd>): string {
  const line = `${stdout}\n${stderr}`.trim().split('\n').at(-1) ?? '';
  return line === '' ? `exit ${code}` : printable(line, 200);
}
