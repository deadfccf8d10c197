/** How far a profile is from the truth, which is drawn again from the generator and counted without any sketch. */
package io.lakewarden.benchmarks.profile.accuracy;
