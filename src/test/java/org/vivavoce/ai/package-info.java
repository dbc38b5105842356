/** Tests of what the ports to the services share: cutting sentences, cancelling. */
@NullMarked
package org.vivavoce.ai;

import org.jspecify.annotations.NullMarked;
