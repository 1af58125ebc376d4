import { charSet, DIGITS, LOWER, offsetsOf, runEnd, UPPER, type Span } from './span.ts';

/** Characters of a host name (RFC 1035) and of the paths and ids that are judged with it. */
const NAMES = /[A-Za-z0-9._-]+/g;
const NAME = charSet(`${DIGITS}${LOWER}${UPPER}.-_`);
const LONGEST = 253;

/** Suffixes that only an internal resolver answers; the last two name a cluster. */
const INTERNAL = ['.internal', '.local', '.localdomain', '.lan', '.intranet', '.corp', '.home.arpa'] as const;

/** Letters and digits that Kubernetes makes names of: no vowels, and nothing that looks like one. */
const POD_HASH = /^[bcdfghjklmnpqrstvwxz2456789]{8,10}$/;
const POD_SUFFIX = /^[bcdfghjklmnpqrstvwxz2456789]{5}$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** What every one of these names holds somewhere; bounded, so it is linear. */
const HINT =
  /\.(?:internal|local|lan|intranet|corp|home\.arpa|svc|pod|cluster)|(?:GPU|MIG)-|ip-\d|i-[0-9a-f]{8}|nid\d|gke-|aks-|pvc-|kube|namespaces|-[b-df-hj-np-tv-xz24-9]{8,10}-/i;

/** Host names of inside networks, node names of clouds, names of a cluster's parts, ids of GPUs: linear. */
export function findNames(text: string): Span[] {
  if (!HINT.test(text)) return [];
  const spans: Span[] = [];
  for (const { 0: name, index } of text.matchAll(NAMES))
    if (name.length <= LONGEST) judge(text, index, index + name.length, spans);
  return [...spans, ...findNamespaces(text)];
}

function judge(text: string, from: number, to: number, spans: Span[]): void {
  let end = to;
  // It stops at what stands before the name.
  while (text[end - 1] === '.' || text[end - 1] === '-') end--;
  const name = text.slice(from, end);
  const found = (kind: Span['class']): void => void spans.push({ class: kind, start: from, end });
  if (isGpuId(name)) return found('gpu-id');
  const lower = name.toLowerCase();
  // A call or a part of a path is no host.
  const called = text[end] === '(' || text[from] === '_' || (text[from - 1] === '/' && text[from - 2] !== '/');
  if (!called && isClusterHost(lower)) return found('cluster-name');
  if (!called && isInternalHost(lower)) return found('internal-host');
  if (isNodeName(lower)) return found('node-name');
  if (isClusterId(lower)) return found('cluster-name');
}

/** Undefined when a label is none: a file whose name begins with a dot is no host. */
function labelsOf(name: string): string[] | undefined {
  const labels = name.split('.');
  return labels.every((label) => /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/.test(label)) ? labels : undefined;
}

function isInternalHost(name: string): boolean {
  return INTERNAL.some((suffix) => name.endsWith(suffix)) && labelsOf(name) !== undefined;
}

/** `service.namespace.svc` and what the cluster's own domain adds. */
function isClusterHost(name: string): boolean {
  const bare = name.endsWith('.cluster.local') ? name.slice(0, -'.cluster.local'.length) : name;
  const labels = labelsOf(bare);
  if (labels === undefined) return false;
  if (bare !== name) return true;
  return labels.length >= 3 && ['svc', 'pod'].includes(labels.at(-1)!);
}

/** Names that clouds and schedulers give their machines. */
function isNodeName(name: string): boolean {
  const first = name.split('.', 1)[0]!;
  if (/^ip-\d{1,3}-\d{1,3}-\d{1,3}-\d{1,3}$/.test(first)) return true;
  if (/^i-[0-9a-f]{17}$/.test(first) || /^nid\d{5,6}$/.test(first)) return true;
  if (/^gke-[a-z0-9-]{1,60}-[0-9a-f]{8}-[a-z0-9]{4}$/.test(first)) return true;
  return /^aks-[a-z0-9]{1,12}-\d{8}-vmss[0-9a-z]{6}$/.test(first);
}

function isClusterId(name: string): boolean {
  if (name.startsWith('pvc-') && UUID.test(name.slice(4))) return true;
  if (name.startsWith('kubepods-')) return true;
  const parts = name.split('-');
  return parts.length >= 3 && POD_SUFFIX.test(parts.at(-1)!) && POD_HASH.test(parts.at(-2)!);
}

/** `GPU-<uuid>` and `MIG-<uuid>`, as the driver prints them; one of equal digits is for documentation. */
function isGpuId(name: string): boolean {
  const id = name.replace(/^(?:GPU|MIG-GPU|MIG)-/i, '');
  return id !== name && UUID.test(id) && new Set(id.replaceAll('-', '')).size > 1;
}

const NAMESPACES = ['/namespaces/', '/kubelet/pods/'];

/** The namespace in an address of the cluster's interface, and the folders of pods on a node. */
function* findNamespaces(text: string): Generator<Span> {
  for (const lead of NAMESPACES) {
    for (const at of offsetsOf(text, lead)) {
      const start = at + lead.length;
      const end = runEnd(text, start, NAME, 64);
      if (!['', 'default', 'kube-system'].includes(text.slice(start, end))) yield { class: 'cluster-name', start, end };
    }
  }
}
