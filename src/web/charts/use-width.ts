import { useEffect, useRef, useState, type RefObject } from 'react';

/** The width that is there for a picture, so that its words are drawn at the size in which they are read. */
export function useWidth(least = 280): readonly [RefObject<HTMLDivElement | null>, number] {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(640);
  useEffect(() => {
    const { current } = box;
    if (current === null) return undefined;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.max(least, Math.floor(entry?.contentRect.width ?? least))));
    observer.observe(current);
    return () => observer.disconnect();
  }, [least]);
  return [box, width];
}
