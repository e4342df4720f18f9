/** EASE: a linear model of items in closed form. */
package io.kindred.models.cf.ease;
