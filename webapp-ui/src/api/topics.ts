/** What ISE says on its topics beside sessions, as the console reads it. */
import type { components } from "./openapi";

type Schemas = components["schemas"];

/** A security group; what ISE deleted is listed as long as something uses it. */
export type SecurityGroup = Schemas["SecurityGroupView"];
export type RadiusFailure = Schemas["RadiusFailureView"];
export type AncOperation = Schemas["AncOperationView"];
/** A group that ISE says a user is in. */
export type Membership = NonNullable<Schemas["UserView"]["groups"]>[number];
