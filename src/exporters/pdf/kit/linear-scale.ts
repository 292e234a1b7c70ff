/** Maps a range of values evenly onto a range of points. */
export function linearScale([from, to]: readonly [number, number], [start, end]: readonly [number, number]): (value: number) => number {
  const unit = (end - start) / (to - from || 1);
  return (value) => start + (value - from) * unit;
}
