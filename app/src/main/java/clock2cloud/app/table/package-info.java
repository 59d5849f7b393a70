/** Results as text, CSV and JSON, and quantities as people write them: pure functions. */
package clock2cloud.app.table;
