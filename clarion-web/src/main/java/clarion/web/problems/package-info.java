/** Errors as RFC 9457 problem documents, whoever raised them: a service, JAX-RS, the container. */
@NullMarked
package clarion.web.problems;

import org.jspecify.annotations.NullMarked;
