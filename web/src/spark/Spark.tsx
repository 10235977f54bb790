import { memo } from "react";
import { sparkPath } from "./path";

const WIDTH = 44;
const HEIGHT = 14;

/** A small line beside a number; says nothing to a screen reader, which has the number. */
export const Spark = memo(function Spark({ values }: { values: readonly (number | null)[] | undefined }) {
  return (
    <svg className="spark" viewBox={`0 -1 ${WIDTH} ${HEIGHT + 2}`} aria-hidden="true" preserveAspectRatio="none">
      {values && <path d={sparkPath(values, WIDTH, HEIGHT)} />}
    </svg>
  );
});
