/** Content models: items by the words and categories that describe them. */
package io.kindred.models.cf.content;
