import { Checkbox } from "@patternfly/react-core/dist/esm/components/Checkbox";
import { ROLES, roleName } from "@/api/access";
import type { Role } from "@/api/types";

interface Props {
  chosen: readonly Role[];
  onChange: (roles: Role[]) => void;
}

/** The roles to grant, each with what it allows. */
export function RoleChoice({ chosen, onChange }: Props) {
  return (
    <fieldset className="cl-roles">
      <legend>Roles</legend>
      {ROLES.map(({ role, may }) => (
        <Checkbox
          key={role}
          id={`role-${role}`}
          label={roleName(role)}
          description={may}
          isChecked={chosen.includes(role)}
          onChange={(_, checked) =>
            onChange(checked ? [...chosen, role] : chosen.filter((one) => one !== role))
          }
        />
      ))}
    </fieldset>
  );
}
