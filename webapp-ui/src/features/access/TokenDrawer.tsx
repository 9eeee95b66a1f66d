import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { revokeToken, roleName, TOKENS } from "@/api/access";
import { rowQuery } from "@/api/connectorQueries";
import { useForgetList } from "@/api/queries";
import type { ApiToken } from "@/api/types";
import { ErrorNotice } from "@/ui/ErrorNotice";
import { Facts } from "@/ui/Facts";
import { Mark, Mono } from "@/ui/marks";
import { RowPanel } from "@/ui/RowPanel";
import { Nothing, Time } from "@/ui/Time";
import { SureButton } from "./SureButton";
import { tokenState } from "./tokenState";

export function TokenDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const options = rowQuery<ApiToken>(TOKENS, "id", id);
  const query = useQuery(options);
  const queryClient = useQueryClient();
  const forget = useForgetList(TOKENS);
  const revoke = useMutation({
    mutationFn: () => revokeToken(id),
    onSuccess: () => {
      forget();
      void queryClient.invalidateQueries({ queryKey: options.queryKey });
    },
  });
  const token = query.data;
  return (
    <RowPanel title={token?.name ?? "API token"} subject={id} query={query} onClose={onClose}>
      {revoke.isError ? <ErrorNotice error={revoke.error} /> : null}
      {token ? (
        <>
          <Facts
            facts={[
              { term: "State", value: <Mark on={tokenState(token) === "Valid"}>{tokenState(token)}</Mark> },
              { term: "Account", value: token.account },
              { term: "Begins with", value: <Mono>{token.prefix}…</Mono> },
              {
                term: "May at most",
                value: token.role ? roleName(token.role).toLowerCase() : "all that its owner may",
              },
              { term: "Created", value: <Time at={token.createdAt} as="full" /> },
              {
                term: "Ends",
                value: token.expiresAt ? <Time at={token.expiresAt} as="full" /> : "never",
              },
              {
                term: "Last used",
                value: token.lastUsedAt ? (
                  <Time at={token.lastUsedAt} as="full" />
                ) : (
                  <Nothing reason="never" />
                ),
              },
              token.revokedAt
                ? { term: "Revoked", value: <Time at={token.revokedAt} as="full" /> }
                : undefined,
            ]}
          />
          {tokenState(token) === "Valid" ? (
            <div className="cl-panel__more">
              <SureButton
                label="Revoke the token"
                danger
                question="Revoke it at once and for good? Whatever uses it is refused from then on."
                isPending={revoke.isPending}
                onSure={() => revoke.mutate()}
              />
            </div>
          ) : null}
        </>
      ) : null}
    </RowPanel>
  );
}
