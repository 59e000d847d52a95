/**
 * The launcher behind {@code ./congvu}: starts the whole suite as processes of this machine, shows how it is, stops it.
 * Its state is the folder {@code .congvu}: ports, secrets, process ids, logs and data; every part keeps its data there.
 * A start that fails leaves nothing running and says which part failed and why.
 */
@NullMarked
package vn.gov.hanoi.localstack.launcher;

import org.jspecify.annotations.NullMarked;
