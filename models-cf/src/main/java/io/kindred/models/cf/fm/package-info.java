/** Factorisation machines over users, items and their features. */
package io.kindred.models.cf.fm;
