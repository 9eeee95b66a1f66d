import type { ApiToken } from "@/api/types";
import { serverNow } from "@/lib/time";

/** Whether a token still opens anything. */
export function tokenState(token: ApiToken, now = serverNow()): "Valid" | "Revoked" | "Ended" {
  if (token.revokedAt) return "Revoked";
  return token.expiresAt && Date.parse(token.expiresAt) <= now ? "Ended" : "Valid";
}
