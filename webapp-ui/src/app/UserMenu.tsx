import { Divider } from "@patternfly/react-core/dist/esm/components/Divider";
import { Dropdown, DropdownItem, DropdownList } from "@patternfly/react-core/dist/esm/components/Dropdown";
import { MenuToggle } from "@patternfly/react-core/dist/esm/components/MenuToggle";
import UserCircleIcon from "@patternfly/react-icons/dist/esm/icons/user-circle-icon";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { post, rememberCsrfToken } from "@/api/client";
import { meQuery } from "@/api/queries";
import { words } from "@/lib/format";

export function UserMenu() {
  const [open, setOpen] = useState(false);
  const { data: me } = useQuery(meQuery);
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const signOut = useMutation({
    mutationFn: () => post("/access/logout"),
    onSettled: () => {
      rememberCsrfToken(undefined);
      queryClient.clear();
      void navigate({ to: "/login" });
    },
  });
  if (!me) return null;
  const name = me.displayName ?? me.username;
  return (
    <Dropdown
      isOpen={open}
      onOpenChange={setOpen}
      onSelect={(_, value) => {
        setOpen(false);
        if (value === "out") signOut.mutate();
        if (value === "password") void navigate({ to: "/access/password" });
      }}
      popperProps={{ position: "right", appendTo: "inline" }}
      toggle={(ref) => (
        <MenuToggle
          ref={ref}
          variant="plainText"
          isExpanded={open}
          aria-label={`Account: ${name}`}
          onClick={() => setOpen(!open)}
          icon={<UserCircleIcon />}
        >
          {name}
        </MenuToggle>
      )}
    >
      <DropdownList>
        <DropdownItem isDisabled description={me.roles.map(words).join(", ")}>
          {me.username}
        </DropdownItem>
        <Divider component="li" />
        <DropdownItem value="password">Change password</DropdownItem>
        <DropdownItem value="out">Sign out</DropdownItem>
      </DropdownList>
    </Dropdown>
  );
}
