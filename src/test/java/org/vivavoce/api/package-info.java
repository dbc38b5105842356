/** Tests of the HTTP interface: the whole program behind it, through real HTTP clients, against the local server. */
@NullMarked
package org.vivavoce.api;

import org.jspecify.annotations.NullMarked;
