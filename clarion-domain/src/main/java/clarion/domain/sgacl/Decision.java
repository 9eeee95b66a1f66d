package clarion.domain.sgacl;

import java.util.Optional;

/**
 * What becomes of one packet, and why.
 *
 * @param permitted whether it passes
 * @param position of the ACE that decides, from 0; -1 if none matches
 * @param ace that decides; if none matches, the packet is permitted
 */
public record Decision(boolean permitted, int position, Optional<Ace> ace) {}
