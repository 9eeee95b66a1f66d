import { Dropdown, DropdownItem, DropdownList } from "@patternfly/react-core/dist/esm/components/Dropdown";
import { MenuToggle } from "@patternfly/react-core/dist/esm/components/MenuToggle";
import DesktopIcon from "@patternfly/react-icons/dist/esm/icons/desktop-icon";
import MoonIcon from "@patternfly/react-icons/dist/esm/icons/moon-icon";
import SunIcon from "@patternfly/react-icons/dist/esm/icons/sun-icon";
import { useState } from "react";
import { chooseTheme, type ThemeChoice, useThemeChoice } from "@/lib/theme";

const CHOICES: { value: ThemeChoice; label: string; Icon: typeof SunIcon }[] = [
  { value: "light", label: "Light", Icon: SunIcon },
  { value: "dark", label: "Dark", Icon: MoonIcon },
  { value: "system", label: "As the system", Icon: DesktopIcon },
];

export function ThemeMenu() {
  const [open, setOpen] = useState(false);
  const choice = useThemeChoice();
  const current = CHOICES.find((one) => one.value === choice) ?? CHOICES[2];
  const Icon = current?.Icon ?? DesktopIcon;
  return (
    <Dropdown
      isOpen={open}
      onOpenChange={setOpen}
      onSelect={(_, value) => {
        chooseTheme(value as ThemeChoice);
        setOpen(false);
      }}
      popperProps={{ position: "right", appendTo: "inline" }}
      toggle={(ref) => (
        <MenuToggle
          ref={ref}
          variant="plain"
          isExpanded={open}
          aria-label={`Theme: ${current?.label}`}
          onClick={() => setOpen(!open)}
          icon={<Icon />}
        />
      )}
    >
      <DropdownList>
        {CHOICES.map(({ value, label, Icon: ItemIcon }) => (
          <DropdownItem key={value} value={value} icon={<ItemIcon />} isSelected={value === choice}>
            {label}
          </DropdownItem>
        ))}
      </DropdownList>
    </Dropdown>
  );
}
