/** The parts of ECharts that are used, and no more; loaded when the first chart of a screen is drawn. */
import { BarChart, LineChart, SankeyChart, TreemapChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, LineChart, SankeyChart, TreemapChart, GridComponent, SVGRenderer]);

export { init };
