package clarion.ejb.sessions;

/**
 * Fired in every process that serves the API when a batch was committed, whichever process it was that committed it;
 * outside of any transaction.
 *
 * @param changes what the batch did
 */
public record ChangesHeard(SessionsChanged changes) {}
