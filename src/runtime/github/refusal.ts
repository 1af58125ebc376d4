/** HTTP status of a failed call; undefined when it was not one. */
export function statusOf(error: unknown): number | undefined {
  const status = (error as { status?: unknown } | null)?.status;
  return typeof status === 'number' ? status : undefined;
}

/** Headers of a refusal, lower-case; none when there was no answer. */
export function headersOf(error: unknown): Readonly<Record<string, string | number | undefined>> {
  return (error as { response?: { headers?: Record<string, string> } } | null)?.response?.headers ?? {};
}

/** True when the host says no for now: a 403 that means too many calls. */
export function isRateLimit(error: unknown): boolean {
  if (statusOf(error) !== 403) return false;
  const headers = headersOf(error);
  const said = /rate limit/i.test((error as Error).message);
  return said || headers['retry-after'] !== undefined || String(headers['x-ratelimit-remaining']) === '0';
}

/** True when Check Runs may not be written here: what CHECK-SKIPPED stands for. Never true for 422. */
export function isChecksOff(error: unknown): boolean {
  return [403, 404, 410].includes(statusOf(error) ?? 0) && !isRateLimit(error);
}
