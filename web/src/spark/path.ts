const FEWEST = 4;

/**
 * The `d` of a line through values that are evenly spaced; gaps where one is not known. From zero to the largest value, so that noise
 * in a small share of it looks like noise.
 */
export function sparkPath(values: readonly (number | null)[], width: number, height: number): string {
  let most = 0;
  for (const value of values) if (value !== null && value > most) most = value;
  // Two numbers are no line to read: an upright stroke beside a figure says nothing.
  if (values.filter((v) => v !== null).length < FEWEST) return "";
  const stepX = width / (values.length - 1);
  let path = "";
  let isDown = false;
  values.forEach((value, index) => {
    if (value === null) {
      isDown = false;
      return;
    }
    const y = most === 0 ? height : height - (value / most) * height;
    path += `${isDown ? "L" : "M"}${(index * stepX).toFixed(1)} ${y.toFixed(1)}`;
    isDown = true;
  });
  return path;
}
