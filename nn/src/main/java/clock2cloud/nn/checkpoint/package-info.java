/**
 * Trained nets on disk: whole or not at all, readable by others (safetensors), runnable by others (ONNX).
 *
 * <p>Follows the safetensors format (Hugging Face, 2022) and the ONNX intermediate representation, version 8. Leaves out
 * element types other than 32-bit floats, and reading ONNX.
 */
package clock2cloud.nn.checkpoint;
