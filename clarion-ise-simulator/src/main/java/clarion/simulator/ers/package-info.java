/** ERS and the OpenAPI: resources over what pxGrid tells, with the rules, refusals and oddities of the real ones. */
@NullMarked
package clarion.simulator.ers;

import org.jspecify.annotations.NullMarked;
