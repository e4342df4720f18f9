/** SLIM by the alternating directions method of multipliers. */
package io.kindred.models.cf.admmslim;
