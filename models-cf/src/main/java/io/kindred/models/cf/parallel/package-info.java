/** Work over rows on several threads. */
package io.kindred.models.cf.parallel;
