/** What ISE says on its topics beside sessions, as the console reads it. */

/** A security group; what ISE deleted is listed as long as something uses it. */
export interface SecurityGroup {
  id: string;
  sgt: number;
  name: string;
  description: string;
  /** Live sessions that carry it. */
  sessions: number;
  devices: number;
  /** Cells of the egress matrix that name it. */
  cells: number;
  formerNames: string[];
  updatedAt: string;
  deletedAt?: string;
  /** Deleted in ISE while cells still name it. */
  drift: boolean;
}

export interface RadiusFailure {
  id: string;
  at: string;
  mac?: string;
  userName?: string;
  nasIp?: string;
  nasPort?: string;
  reason?: string;
  messageCode?: number;
  server?: string;
}

/** A group that ISE says a user is in. */
export interface Membership {
  name: string;
  type?: string;
}
