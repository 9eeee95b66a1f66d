import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ACCOUNTS, accountQuery, changeAccount } from "@/api/access";
import { ApiProblem } from "@/api/problem";
import { useForgetList } from "@/api/queries";
import type { Account, AccountPatch } from "@/api/types";
import { ErrorNotice } from "@/ui/ErrorNotice";
import { Facts } from "@/ui/Facts";
import { Mark } from "@/ui/marks";
import { PanelBones } from "@/ui/PanelBones";
import { SidePanel } from "@/ui/SidePanel";
import { Nothing, Time } from "@/ui/Time";
import { AccountForm } from "./AccountForm";
import { PasswordReset } from "./PasswordReset";
import { SureButton } from "./SureButton";

export function AccountDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const query = useQuery(accountQuery(id));
  return (
    <SidePanel title={query.data?.username ?? `Account ${id}`} subject={id} onClose={onClose}>
      {query.isPending ? <PanelBones /> : null}
      {query.isError && !query.data ? (
        <ErrorNotice error={query.error} retry={() => void query.refetch()} />
      ) : null}
      {query.data ? <Edit key={query.data.revision} account={query.data} /> : null}
    </SidePanel>
  );
}

function Edit({ account }: { account: Account }) {
  const queryClient = useQueryClient();
  const forget = useForgetList(ACCOUNTS);
  const change = useMutation({
    mutationFn: (patch: AccountPatch) => changeAccount(account, patch),
    onSuccess: (changed) => {
      queryClient.setQueryData(accountQuery(account.id).queryKey, changed);
      forget();
    },
  });
  const outdated = change.error instanceof ApiProblem && change.error.status === 412;
  return (
    <>
      {change.isError ? (
        <ErrorNotice
          error={change.error}
          retry={
            outdated
              ? () => void queryClient.invalidateQueries({ queryKey: accountQuery(account.id).queryKey })
              : undefined
          }
        />
      ) : null}
      <Facts
        facts={[
          {
            term: "State",
            value: <Mark on={!account.disabled}>{account.disabled ? "Disabled" : "Enabled"}</Mark>,
          },
          {
            term: "Last sign-in",
            value: account.lastLoginAt ? (
              <Time at={account.lastLoginAt} as="full" />
            ) : (
              <Nothing reason="never" />
            ),
          },
          { term: "Password changed", value: <Time at={account.passwordChangedAt} as="full" /> },
          { term: "Created", value: <Time at={account.createdAt} as="full" /> },
        ]}
      />
      <h3>Name and roles</h3>
      <AccountForm account={account} isPending={change.isPending} onSave={(patch) => change.mutate(patch)} />
      <h3>Password</h3>
      <PasswordReset
        username={account.username}
        isPending={change.isPending}
        onReset={(password) => change.mutate({ password })}
      />
      <h3>{account.disabled ? "Enable" : "Disable"}</h3>
      {account.disabled ? (
        <SureButton
          label="Enable the account"
          question={`Let ${account.username} sign in again? The API tokens that were revoked stay revoked.`}
          isPending={change.isPending}
          onSure={() => change.mutate({ disabled: false })}
        />
      ) : (
        <SureButton
          label="Disable the account"
          danger
          question={`Sign ${account.username} out everywhere, revoke all of its API tokens, and let it sign in no more?`}
          isPending={change.isPending}
          onSure={() => change.mutate({ disabled: true })}
        />
      )}
    </>
  );
}
