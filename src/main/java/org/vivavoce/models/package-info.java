/**
 * The models known by name, as dated data: when each ends and what follows it, what it costs, which requests it takes. Values and
 * functions, any thread; imports ai (the stages and what was used of them) and practice (reading assets).
 */
@NullMarked
package org.vivavoce.models;

import org.jspecify.annotations.NullMarked;
