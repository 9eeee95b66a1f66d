/**
 * How Clarion is doing, for people with an account ({@code /status}) and for orchestrators without ({@code /health}).
 */
@NullMarked
package clarion.web.health;

import org.jspecify.annotations.NullMarked;
