import { useEffect, useState } from "react";

/** The value once it has been still for some milliseconds. */
export function useDebounced<T>(value: T, millis: number): T {
  const [still, setStill] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setStill(value), millis);
    return () => clearTimeout(timer);
  }, [value, millis]);
  return still;
}
