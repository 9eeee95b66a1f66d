package clarion.ejb;

/**
 * Fired once, when the schema is in place: at deployment, or later if the database was away then. It is fired outside
 * of any transaction. What has to be done at start with the database is done by an observer of this event.
 *
 * @param schemaVersion the version of the newest migration
 */
public record DatabaseReady(String schemaVersion) {}
