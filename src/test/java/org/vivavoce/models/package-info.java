/** Tests of the models known by name. */
@NullMarked
package org.vivavoce.models;

import org.jspecify.annotations.NullMarked;
