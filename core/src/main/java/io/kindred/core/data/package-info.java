/** Interactions, features and what trainers get. */
package io.kindred.core.data;
