/** The baseline of SageMaker Model Monitor: {@code constraints.json} and {@code statistics.json}. */
package io.lakewarden.schema.sagemaker;
