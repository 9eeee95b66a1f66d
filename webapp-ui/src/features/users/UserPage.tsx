import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { userQuery } from "@/api/queries";
import { Crumbs } from "@/ui/Crumbs";
import { ErrorNotice } from "@/ui/ErrorNotice";
import { Traffic } from "@/ui/flows/Traffic";
import { Online } from "@/ui/marks";
import { PageHead } from "@/ui/PageHead";
import { PanelBones } from "@/ui/PanelBones";
import { SessionHistory } from "@/ui/SessionHistory";
import { UserDevices } from "./UserDevices";
import { UserFacts } from "./UserFacts";
import { UserGroups } from "./UserGroups";

/** All that was ever seen of one user. */
export function UserPage() {
  const { id = "" } = useParams({ strict: false });
  const query = useQuery(userQuery(id));
  const user = query.data;
  return (
    <div className="cl-page">
      <Crumbs parent="Users" to="/users" here={user?.identity ?? id} />
      <PageHead title={user?.identity ?? id}>{user ? <Online online={user.online} /> : null}</PageHead>
      {query.isPending ? <PanelBones /> : null}
      {query.isError ? <ErrorNotice error={query.error} retry={() => void query.refetch()} /> : null}
      {user ? (
        <>
          <div className="cl-grid cl-grid--two">
            <section className="cl-card">
              <h2 className="cl-card__title">Now</h2>
              <UserFacts user={user} />
            </section>
            <section className="cl-card">
              <h2 className="cl-card__title">Groups</h2>
              <UserGroups groups={user.groups} />
            </section>
            <section className="cl-card">
              <h2 className="cl-card__title">
                Devices <span className="cl-muted">{user.devices}</span>
              </h2>
              <UserDevices id={user.id} />
            </section>
          </div>
          <section className="cl-card">
            <h2 className="cl-card__title">Traffic</h2>
            <Traffic path={`/users/${encodeURIComponent(user.id)}`} name="User" value={user.identity} />
          </section>
          <SessionHistory path={`/users/${encodeURIComponent(user.id)}/sessions`} withDevice />
        </>
      ) : null}
    </div>
  );
}
