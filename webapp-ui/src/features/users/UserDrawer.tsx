import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { userQuery } from "@/api/queries";
import { ErrorNotice } from "@/ui/ErrorNotice";
import { Traffic } from "@/ui/flows/Traffic";
import { PanelBones } from "@/ui/PanelBones";
import { SidePanel } from "@/ui/SidePanel";
import { UserDevices } from "./UserDevices";
import { UserFacts } from "./UserFacts";
import { UserGroups } from "./UserGroups";

export function UserDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const query = useQuery(userQuery(id));
  return (
    <SidePanel title={query.data?.identity ?? `User ${id}`} subject={id} onClose={onClose}>
      {query.isPending ? <PanelBones /> : null}
      {query.isError ? <ErrorNotice error={query.error} retry={() => void query.refetch()} /> : null}
      {query.data ? (
        <>
          <UserFacts user={query.data} />
          <h3>Traffic</h3>
          <Traffic path={`/users/${encodeURIComponent(id)}`} name="User" value={query.data.identity} brief />
          <h3>Groups</h3>
          <UserGroups groups={query.data.groups} />
          <h3>Devices</h3>
          <UserDevices id={id} />
          <p className="cl-panel__more">
            <Link to="/users/$id" params={{ id }}>
              Everything seen of this user
            </Link>
          </p>
        </>
      ) : null}
    </SidePanel>
  );
}
