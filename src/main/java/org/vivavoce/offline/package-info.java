/**
 * The built-in partner: a loopback HTTP server that speaks the API of the real services, so that the program talks with no key and
 * no network, and says honestly what it cannot do. Its requests run on the executor it is given; imports practice, the JDK's HTTP
 * server, Jackson, jump3r and FreeTTS.
 */
@NullMarked
package org.vivavoce.offline;

import org.jspecify.annotations.NullMarked;
