import { useLayoutEffect, useState, type RefObject } from "react";

/** A row's height in pixels: the style sheet says it (larger on a wall screen), and the virtual table has to know. */
export function useRowHeight(element: RefObject<HTMLElement | null>): number {
  const [height, setHeight] = useState(26);
  useLayoutEffect(() => {
    const read = () => {
      const style = element.current && getComputedStyle(element.current);
      const rem = parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
      const rows = style ? parseFloat(style.getPropertyValue("--row-height")) : NaN;
      if (rows > 0) setHeight(Math.round(rows * rem));
    };
    read();
    addEventListener("resize", read);
    return () => removeEventListener("resize", read);
  }, [element]);
  return height;
}
