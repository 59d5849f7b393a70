/** Results to charts in the house style: pure functions, and the files they end in. */
package clock2cloud.app.chart;
