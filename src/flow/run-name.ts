/** Title of a hop's run: what `run-name` of the generated workflow gives, and what lost runs are found by. */
export function hopTitle(subject: number, hop: { seq: number; attempt: number; agent: string }): string {
  return `${subject}/${hop.seq}/${hop.attempt} ${hop.agent}`;
}
