import { serviceName } from "./flowWords";

interface Props {
  of: { protocol?: number; service?: number; serviceLast?: number };
}

/** A service by its usual name and its number. */
export function ServiceName({ of: { protocol = 0, service = 0, serviceLast = service } }: Props) {
  const { code, name } = serviceName({ protocol, service, serviceLast });
  return (
    <span className="cl-sgt" title={name ? `${name}, ${code}` : code}>
      {name ? <span className="cl-sgt__name">{name}</span> : null}
      <span className={name ? "cl-sgt__number" : undefined}>{code}</span>
    </span>
  );
}
