/** What the templates show: ready text and paths, one record per part of the page, made by the presenters. */
package io.lakewarden.report.view;
