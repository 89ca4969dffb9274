// What a consumer key may do, by the site's own values.
import type { Permission } from "./contract";

export const permissions: readonly Permission[] = ["read", "write", "read_write"];

export function isPermission(value: string): value is Permission {
  return (permissions as readonly string[]).includes(value);
}
