/** What a feature says about the settings it understands; no setting is read here. */
@NullMarked
package clarion.domain.settings;

import org.jspecify.annotations.NullMarked;
