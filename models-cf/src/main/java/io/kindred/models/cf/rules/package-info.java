/** Association rules between pairs of items. */
package io.kindred.models.cf.rules;
